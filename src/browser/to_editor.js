// The editor for offices, a module of its own that is fetched when somebody comes to it (decision 23).
import { fetched } from './fetched.js';

// Has it in an element, with the notice of the page at hand. What is written in it outlives the element.
export async function edit(box, notice) {
  const editor = await fetched('editor.js', (module) => module.default());
  if (box.isConnected) editor.open(box, notice);
  return () => editor.close(box);
}
