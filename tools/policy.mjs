// What the page may do, in the words that browsers read. The finished page carries the policy itself, so that it holds on
// any web server; servers/ and tools/serve.mjs send it again as a header, with who may show the page in a frame, which
// only a header can say.
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  // The editor's preview reads the notice from where it is written, this page's memory: no address in it is anybody else's.
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export const REFERRER = "no-referrer";

// What no page here asks for, nor anything that is shown in it.
export const PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
