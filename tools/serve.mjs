// serve.mjs SITE PORT   Serves the finished site to this machine alone, as an office's web server would: right types,
// no listing of folders, nothing outside the site. PORT 0 takes any free one; the address is printed once it listens.
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

import { PERMISSIONS, POLICY, REFERRER } from "./policy.mjs";

const [, , folder = "dist", port = "8080"] = process.argv;
const site = await realpath(folder);

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".otf": "font/otf",
  ".pdf": "application/pdf",
  ".txt": "text/plain; charset=utf-8",
};

// The file an address means, or null. The real path decides, so that neither ".." nor a link leads out of the site.
async function find(url) {
  try {
    const { pathname } = new URL(url, "http://localhost");
    let file = await realpath(join(site, decodeURIComponent(pathname)));
    if ((await stat(file)).isDirectory()) {
      if (!pathname.endsWith("/")) return null;
      file = await realpath(join(file, "index.html"));
    }
    const { size } = await stat(file);
    return file.startsWith(site + sep) ? { file, size } : null;
  } catch {
    return null;
  }
}

const server = createServer(async (request, response) => {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const found = await find(request.url);
  if (found === null) {
    response.writeHead(404, { "Content-Type": TYPES[".txt"] }).end("404\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": TYPES[extname(found.file)] ?? "application/octet-stream",
    "Content-Length": found.size,
    // While developing, the page of a moment ago is never the one wanted.
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    // The element fetches all of it from other sites' pages, which hold no secret of ours: there is none.
    "Access-Control-Allow-Origin": "*",
    // Anybody's page may be tried around it here; servers/ asks who.
    "Content-Security-Policy": `${POLICY}; frame-ancestors http: https:`,
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": PERMISSIONS,
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
});

server.on("error", (error) => {
  const why = error.code === "EADDRINUSE" ? `port ${port} is taken; another one: make serve PORT=8081` : error.message;
  console.error(why);
  process.exit(1);
});
server.listen(Number(port), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
