/* What a page is asked, in the browser. A check returns a sentence for each thing that is wrong.
 * The last expression of this file is the body of a function: it takes the names of checks and
 * returns [[name, sentence]...]. */
const LARGE = 24, LARGE_BOLD = 18.66; // pixels: letters that may have less contrast (WCAG 1.4.3)
const SMALLEST_TARGET = 24;           // pixels (WCAG 2.5.8)
const SLACK = 3;                      // pixels of a line's box above and below its letters

const all = selector => [...document.querySelectorAll(selector)];
const text = node => node.textContent.replace(/\s+/g, " ").trim();
const shown = node => node.checkVisibility() && node.getClientRects().length > 0;
const place = node => `<${node.tagName.toLowerCase()}> "${text(node).slice(0, 50)}"`;

// --- Colours: [red, green, blue, alpha], 0 to 1 ------------------------------------------------
function colour(css) {
  const numbers = (css.match(/-?[\d.]+(e-?\d+)?/g) || []).map(Number);
  if (numbers.length < 3) return [0, 0, 0, 0];
  const scale = css.startsWith("color(") ? 1 : 255;
  return [...numbers.slice(0, 3).map(part => part / scale), numbers[3] ?? 1];
}

function over(top, below) {
  return [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
}

function luminance(of) {
  const [red, green, blue] =
    of.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function canvas() {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.backgroundColor = "Canvas";
  const found = colour(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return found;
}

/* What is behind the letters of an element. */
function ground(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement)
    layers.unshift(colour(getComputedStyle(at).backgroundColor));
  return layers.reduce((below, top) => over(top, below), canvas());
}

/* The paint of letters as it comes out: all that is around them may be half transparent. */
function faded(paint, element) {
  let alpha = paint[3];
  for (let at = element; at; at = at.parentElement) alpha *= Number(getComputedStyle(at).opacity);
  return [...paint.slice(0, 3), alpha];
}

// --- Pictures ----------------------------------------------------------------------------------
const SHAPES = "rect, line, path, circle, ellipse, polygon, polyline";
const isTrack = shape => shape.classList.contains("track"); // it says nothing that the bar does not
const shapes = svg => [...svg.querySelectorAll(SHAPES)].filter(shape => !shape.closest("pattern"));

function paints(shape) {
  const style = getComputedStyle(shape), found = [];
  for (const paint of [style.fill, style.stroke]) {
    const pattern = paint.match(/^url\("#(.+)"\)/);
    const painted = pattern
      ? [...document.getElementById(pattern[1]).children].map(part => getComputedStyle(part).fill)
      : paint === "none" ? [] : [paint];
    found.push(...painted.map(colour));
  }
  return shape.tagName === "line" ? found.slice(1) : found;
}

function box(node, slack = 0) {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return { left, right, top: top + slack, bottom: bottom - slack };
}

const meet = (a, b) =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom;

/* Grounds of something in a picture: the page, and what was drawn below it. */
function grounds(svg, node, slack, below) {
  const found = [ground(svg)];
  for (const shape of shapes(svg)) {
    const earlier = shape.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (earlier && below(shape) && meet(box(shape), box(node, slack)))
      found.push(...paints(shape).map(paint => over(paint, found[0])));
  }
  return found;
}

// --- Text --------------------------------------------------------------------------------------
function texts() {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
  while (walk.nextNode())
    if (walk.currentNode.data.trim() && shown(walk.currentNode.parentElement))
      found.add(walk.currentNode.parentElement);
  return [...found].filter(node => !node.closest("title, desc, style, script"));
}

function neededContrast(style) {
  const size = parseFloat(style.fontSize), bold = Number(style.fontWeight) >= 700;
  return size >= LARGE || (bold && size >= LARGE_BOLD) ? 3 : 4.5;
}

function tooPale(what, best, needed) {
  return best < needed - 0.005 ? [`${what}: ${best.toFixed(2)}:1 of ${needed}:1`] : [];
}

const checks = {
  language: () => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(document.documentElement.lang)
    ? [] : ["the page does not say its language"],

  title: () => document.title.trim() ? [] : ["the page has no title"],

  headings() {
    const levels = all("h1, h2, h3, h4, h5, h6"), wrong = [];
    if (levels.filter(heading => heading.tagName === "H1").length !== 1)
      wrong.push("there is not exactly one h1");
    levels.forEach((heading, i) => {
      const level = Number(heading.tagName[1]), before = i ? Number(levels[i - 1].tagName[1]) : 0;
      if (level > before + 1) wrong.push(`${place(heading)} comes after level ${before}`);
      if (!text(heading)) wrong.push(`${place(heading)} is empty`);
    });
    return wrong;
  },

  landmarks() {
    const wrong = all("main").length === 1 ? [] : ["there is not exactly one main"];
    const outside = texts().filter(node => !node.closest("main, header, footer, nav, aside"));
    return wrong.concat(outside.map(node => `${place(node)} is outside of every landmark`));
  },

  ids() {
    const known = new Set(), wrong = [];
    for (const node of all("[id]")) {
      if (known.has(node.id)) wrong.push(`two elements are "${node.id}"`);
      known.add(node.id);
    }
    for (const node of all("[aria-labelledby], [aria-describedby]"))
      for (const name of ["aria-labelledby", "aria-describedby"])
        for (const id of (node.getAttribute(name) || "").split(" ").filter(Boolean))
          if (!known.has(id)) wrong.push(`${place(node)} points at "${id}", which is nowhere`);
    return wrong;
  },

  tables() {
    const wrong = [];
    for (const table of all("table")) {
      if (!table.caption && !table.hasAttribute("aria-labelledby"))
        wrong.push(`${place(table)} has no name`);
      if (!table.querySelector("thead th")) wrong.push(`${place(table)} has no head`);
      for (const head of table.querySelectorAll("th"))
        if (!["col", "row"].includes(head.scope)) wrong.push(`${place(head)} has no scope`);
      for (const row of table.querySelectorAll("tbody tr"))
        if (!row.querySelector("th")) wrong.push(`${place(row)} has no head`);
    }
    return wrong;
  },

  /* Nothing that could run, load or leave. */
  inert() {
    const foreign = all("script, iframe, object, embed, form, base, link, img, video, audio, use, " +
      "image, foreignObject, meta[http-equiv=refresh]").map(node => `there is a ${place(node)}`);
    for (const node of all("*"))
      for (const { name, value } of node.attributes)
        if (/^on/i.test(name) || /^\s*(javascript|data|https?):/i.test(value))
          foreign.push(`${place(node)} has ${name}="${value.slice(0, 40)}"`);
    return foreign;
  },

  width() {
    const room = document.documentElement.clientWidth, wrong = [];
    if (document.documentElement.scrollWidth > room)
      wrong.push(`${document.documentElement.scrollWidth} pixels on ${room}`);
    for (const node of texts()) {
      const { left, right } = node.getBoundingClientRect();
      const scrolls = [...function* up(at) { for (; at; at = at.parentElement) yield at; }(node)]
        .some(at => ["auto", "scroll"].includes(getComputedStyle(at).overflowX));
      if (!scrolls && (left < -0.5 || right > room + 0.5))
        wrong.push(`${place(node)} reaches from ${left.toFixed(0)} to ${right.toFixed(0)}`);
    }
    return wrong;
  },

  overlaps() {
    const wrong = [];
    for (const svg of all("svg").filter(shown)) {
      const labels = [...svg.querySelectorAll("text")];
      labels.forEach((label, i) => labels.slice(i + 1).forEach(other => {
        if (meet(box(label, SLACK), box(other, SLACK)))
          wrong.push(`${place(label)} is over ${place(other)}`);
      }));
      for (const label of labels)
        for (const shape of shapes(svg))
          if (label.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING &&
              meet(box(label, SLACK), box(shape)))
            wrong.push(`${place(label)} is under a <${shape.tagName}>`);
    }
    return wrong;
  },

  letters() {
    return texts().flatMap(node => {
      const style = getComputedStyle(node), svg = node.closest("svg");
      const behind = svg ? grounds(svg, node, SLACK, () => true) : [ground(node)];
      const paint = faded(colour(svg ? style.fill : style.color), node);
      const worst = Math.min(...behind.map(below => contrast(over(paint, below), below)));
      return tooPale(place(node), worst, neededContrast(style));
    });
  },

  /* A shape stands out by its fill or by its edge. */
  graphics() {
    return all("svg").filter(shown).flatMap(svg => shapes(svg).flatMap(shape => {
      if (isTrack(shape)) return [];
      const behind = grounds(svg, shape, 0, isTrack);
      const best = Math.max(0, ...paints(shape).map(paint =>
        Math.min(...behind.map(below => contrast(over(paint, below), below)))));
      return tooPale(`<${shape.tagName} class="${shape.getAttribute("class")}">`, best, 3);
    }));
  },

  scheme() {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const bright = luminance(ground(document.body));
    return dark ? (bright > 0.2 ? ["the page is bright in the dark"] : [])
      : bright < 0.8 ? ["the page is dark in the light"] : [];
  },

  targets() {
    return all("a[href], button, summary, input, [tabindex]").filter(shown).flatMap(node => {
      const { width, height } = node.getBoundingClientRect();
      return Math.min(width, height) < SMALLEST_TARGET - 0.1
        ? [`${place(node)} is ${width.toFixed(0)} by ${height.toFixed(0)} pixels`] : [];
    });
  },
};

return arguments[0].flatMap(name => checks[name]().map(wrong => [name, wrong]));
