// Runs the PDF module beside the page, which goes on answering meanwhile. Each message is a document as JSON and the
// port to answer at: with the PDF, or with why there is none. A string is what `render` threw, null that it broke off.
// A message of nothing only has the module fetched.
import init, { render } from "./application_pdf.js";

onmessage = async ({ data: document, ports: [port] }) => {
  try {
    await init();
    if (document === null) return;
    const pdf = render(document);
    port.postMessage({ pdf }, [pdf.buffer]);
  } catch (error) {
    port?.postMessage({ error: typeof error === "string" ? error : null });
  }
};
