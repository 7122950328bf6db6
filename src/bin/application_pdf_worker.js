// Runs the PDF module beside the page, which goes on answering meanwhile. Each message is a document as JSON and the
// port to answer at: with the PDF, or with why there is none. A string is what `render` threw, null that it broke off.
import init, { render } from "./application_pdf.js";

onmessage = async ({ data: document, ports: [port] }) => {
  try {
    await init();
    const pdf = render(document);
    port.postMessage({ pdf }, [pdf.buffer]);
  } catch (error) {
    port.postMessage({ error: typeof error === "string" ? error : null });
  }
};
