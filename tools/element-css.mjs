// The page's style sheet for the inside of a shadow root on somebody else's page: the same rules, with nothing of the host's
// to lean on. `.html` and `.body` are what stands for the page's own (src/element/element.js).
//
// - lengths in rem, which there follow the host's root, become multiples of the size that the person set;
// - what depends on the width of the window depends on the width of the element;
// - fonts are named apart from the host's own of the same name, and stand in a comment as what `new FontFace` takes.
const OUTSIDE = "@media(?:[^{}]*)\\((?:min|max)-width";
const rem = (number) => `calc(${number}*var(--rem))`;

// What has a width of its own has none that follows its content: among a host's flex items it would be gone, so it takes
// all there is. Nothing of the host reaches in but that it hides the element, and that it is no target.
const BEGIN = ":host{display:block;width:-moz-available;width:-webkit-fill-available;width:stretch}"
  + ".html{all:initial;display:block;direction:ltr;unicode-bidi:isolate;visibility:inherit;pointer-events:inherit;"
  + "container-type:inline-size;--rem:var(--medium);";

// Custom properties that are asked for and never set: a host's Bootstrap would set them. The element sets two itself.
function unset(css) {
  const set = new Set([...css.matchAll(/(?<=[{;])(--[\w-]+):/g)].map(([, name]) => name));
  const asked = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  return [...asked].filter((name) => !set.has(name)).map((name) => `${name}:initial;`).join("");
}

// The element's style sheet, of the page's. `stop` ends the build where the page's has another form than is known here.
export function elementStyles(css, stop) {
  css = css.replace(/^\uFEFF/, "").replace(/Titillium (Web|(?:wide )?stand-in)/g, "DDN Titillium $1");
  const faces = [];
  css = css.replace(/@font-face\{([^}]*)\}/g, (_, rules) => {
    const set = Object.fromEntries(rules.split(";").filter(Boolean).map((rule) => {
      const at = rule.indexOf(":");
      return [rule.slice(0, at).replace(/-(\w)/g, (_, letter) => letter.toUpperCase()), rule.slice(at + 1)];
    }));
    const { fontFamily, src, fontWeight, fontDisplay, ...more } = set;
    const url = src.replace(/url\("([^"]*)"\)/g, "url($1)");
    faces.push([fontFamily.replaceAll('"', ""), url, { weight: fontWeight, ...fontDisplay && { display: fontDisplay }, ...more }]);
    return "";
  });
  css = css
    .replace(/:root\b/g, ".html")
    .replace(/(?<=^|[},\s{>(])(html|body|main)(?=[\s{,:>)])/g, ".$1")
    .replace(/@media\s*(\((?:min|max)-width:[^)]*\))(?=\{)/g, (_, width) => `@container ${width.replace("rem", "em")}`)
    // On paper all lengths are smaller; on the page its root's letters are.
    .replace(".html{font-size:75%}", ".html{--rem:calc(.75*var(--medium))}")
    .replace(/(?<![\w.-])(-?\d*\.?\d+)rem\b/g, (_, number) => rem(number))
    .replace(/(?<![\w.-])(-?\d*\.?\d+)vw\b/g, "$1cqi");
  for (const left of [/\drem\b/, /\dvw\b/, /:root/, new RegExp(OUTSIDE), /@font-face/]) {
    const found = css.match(left);
    if (found) stop(`the element's style sheet still has ${css.slice(found.index - 40, found.index + 40)}`);
  }
  if (!css.includes("--rem:calc(.75") || !css.includes(".body{") || !css.includes(".main{") || faces.length === 0) {
    stop("the style sheet has another form than tools/element-css.mjs knows");
  }
  return `/*${JSON.stringify(faces)}*/${BEGIN}${unset(css)}}${css}`;
}
