// A headless Chromium behind its driver, and a web server for it: what measuring needs of both.
import { spawn } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { basename, dirname, extname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

// A line to a phone: every answer waits for its round trip and then for its turn, the workers' answers too, which the
// browser's own emulation lets through.
export class Line {
  constructor({ latency = 0, bytesPerSecond = Infinity } = {}) {
    Object.assign(this, { latency, bytesPerSecond, free: 0 });
  }

  async carry(bytes) {
    const start = Math.max(performance.now() + this.latency, this.free);
    this.free = start + (bytes / this.bytesPerSecond) * 1000;
    await pause(this.free - performance.now());
  }
}

// The file at a path, or the one whose name has a hash besides: who measures cannot know it.
async function content(path) {
  const [name, end] = basename(path).split(/(?=_bg\.|\.)/);
  const hashed = new RegExp(`^${name}-[0-9a-f]{16}\\${end}`);
  const named = (await readdir(dirname(path))).find((one) => hashed.test(one) && extname(one) === extname(path));
  return readFile(named ? join(dirname(path), named) : path);
}

// Serves folders, each under its prefix, with Brotli as an office's web server would. `line` may be changed meanwhile, and
// so may `held`: the milliseconds that a path waits besides; one that waits for ever is not there.
export async function serve(folders) {
  const packed = new Map();
  const served = { line: new Line(), held: () => 0 };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const prefix = Object.keys(folders).find((prefix) => pathname.startsWith(prefix));
    try {
      const path = join(folders[prefix], decodeURIComponent(pathname.slice(prefix.length)) || "index.html");
      if (!packed.has(path)) packed.set(path, brotliCompressSync(await content(path)));
      const body = packed.get(path);
      const held = served.held(pathname);
      if (held === Infinity) throw new Error("not there");
      await pause(held);
      await served.line.carry(body.length);
      const type = TYPES[extname(path)] ?? "application/octet-stream";
      const headers = { "Content-Type": type, "Content-Encoding": "br", "Cache-Control": "no-store" };
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  served.url = `http://127.0.0.1:${server.address().port}`;
  served.close = () => server.close().closeAllConnections();
  return served;
}

// Opens a browser window; `close` ends it and its driver.
export async function open() {
  const port = 20000 + (process.pid % 20000);
  const driver = spawn(process.env.CHROMEDRIVER || "chromedriver", [`--port=${port}`], { stdio: "ignore" });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(value.message);
    return value;
  };
  for (let tries = 0; ; tries += 1) {
    if (await call("GET", "/status").then((status) => status.ready, () => false)) break;
    if (tries === 100) throw new Error("no browser driver");
    await pause(100);
  }
  // Chromium's sandbox refuses to run as root.
  const args = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-sandbox"];
  const options = { args, ...(process.env.CHROMIUM && { binary: process.env.CHROMIUM }) };
  const capabilities = { alwaysMatch: { "goog:chromeOptions": options, timeouts: { script: 300000 } } };
  const { sessionId } = await call("POST", "/session", { capabilities });
  const session = `/session/${sessionId}`;
  const run = (script, ...args) => call("POST", `${session}/execute/sync`, { script, args });
  // A command of Chromium's developer tools.
  const tools = (cmd, params = {}) => call("POST", `${session}/goog/cdp/execute`, { cmd, params });
  return {
    tools,
    go: (url) => call("POST", `${session}/url`, { url }),
    run,
    // What the body of an async function comes to.
    wait: async (body, ...args) => {
      const script = `const done = arguments[arguments.length - 1];
        (async (...args) => {${body}})(...arguments)
          .then((value) => done({ value }), (error) => done({ error: String(error.stack ?? error) }));`;
      const { value, error } = await call("POST", `${session}/execute/async`, { script, args });
      if (error) throw new Error(error);
      return value;
    },
    until: async (condition) => {
      for (let tries = 0; !(await run(`return !!(${condition})`)); tries += 1) {
        if (tries === 1200) throw new Error(`waited in vain for ${condition}`);
        await pause(50);
      }
    },
    // Gives a file to the page's control for files.
    pick: async (selector, path) => {
      const found = await call("POST", `${session}/element`, { using: "css selector", value: selector });
      await call("POST", `${session}/element/${Object.values(found)[0]}/value`, { text: path });
    },
    // Lets the page's own thread, and no worker's, take its time.
    slowDown: (rate) => tools("Emulation.setCPUThrottlingRate", { rate }),
    close: async () => {
      await call("DELETE", session).catch(() => {});
      driver.kill();
      // The next one wants the same port.
      if (driver.exitCode === null && driver.signalCode === null) await once(driver, "exit");
    },
  };
}
