// A picture of the map that needs nothing else: with title, date and legend, for paper and for other
// programs.
import type { Sign } from '$generated/Sign';

export type PictureWords = { title: string; dated: string };

/** The elements that a screen needs and a picture does not. */
const ONLY_ON_SCREEN =
  '.target, .halo, .handle, .plus, .rubber, .from-list, .ghost, .band, .new-dot, .new-word';
/** The properties that decide how an element looks. */
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'paint-order',
];
const FONT = "'Atkinson Hyperlegible Next', 'Noto Sans', 'DejaVu Sans', sans-serif";
const [WIDTH, MARGIN, COLUMN] = [1200, 50, 365];
/** The room for a sample of the legend, and the most letters of a line beside it. */
const [ROOM, MOST] = [100, 29];
const [LETTERS, LEADING] = [17, 21];
const INK = '#22302d';

/**
 * Returns the picture as an SVG. `map` is the group that holds the drawing, `legend` an element with a list
 * of samples. Without `words` the title and the date are left out: pages set them as text.
 */
export function picture(map: SVGGElement, legend: HTMLElement | null, words: PictureWords | null): string {
  return inLight(() => {
    const box = map.getBBox();
    const scale = Math.min(2, (WIDTH - 2 * MARGIN) / box.width, 1500 / box.height);
    const [left, top] = [(WIDTH - box.width * scale) / 2, MARGIN + (words ? 60 : 0)];
    const drawing = styled(map);
    drawing.setAttribute(
      'transform',
      `translate(${left - box.x * scale} ${top - box.y * scale}) scale(${scale})`,
    );
    const under = top + box.height * scale + 50;
    const samples = legend ? [...legend.querySelectorAll('li')].map(sample) : [];
    const rows = Math.ceil(samples.length / Math.floor((WIDTH - 2 * MARGIN) / COLUMN));
    const line = LEADING * Math.max(1, ...samples.map((part) => part.querySelectorAll('tspan').length)) + 10;
    samples.forEach((part, i) =>
      part.setAttribute(
        'transform',
        `translate(${MARGIN + Math.floor(i / rows) * COLUMN} ${under + (i % rows) * line})`,
      ),
    );
    const height = Math.round(under + rows * line + MARGIN / 2);
    const svg = create('svg', {
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      'font-family': FONT,
    });
    svg.append(create('rect', { width: WIDTH, height, fill: '#ffffff' }));
    if (words) {
      const at = (x: number, size: number, more: object) => ({
        x,
        y: MARGIN + 12,
        'font-size': size,
        fill: INK,
        ...more,
      });
      svg.prepend(create('title', {}, words.title));
      svg.append(create('text', at(MARGIN, 34, { 'font-weight': 700 }), words.title));
      svg.append(create('text', at(WIDTH - MARGIN, 22, { 'text-anchor': 'end' }), words.dated));
    }
    svg.append(drawing, ...samples);
    return new XMLSerializer().serializeToString(svg);
  });
}

/** Runs `make` while the page has its light colours, because paper is light even if the screen is dark. */
function inLight<T>(make: () => T): T {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  root.dataset.theme = 'light';
  try {
    return make();
  } finally {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
}

/** Returns the lines of a legend, each with its sample as an SVG of its own. */
export function signs(legend: HTMLElement): Sign[] {
  return inLight(() =>
    [...legend.querySelectorAll('li')].map((line) => {
      const drawn = line.querySelector('svg');
      const says = line.textContent?.trim().replace(/\s+/g, ' ') ?? '';
      return { svg: drawn ? new XMLSerializer().serializeToString(styled(drawn)) : null, says };
    }),
  );
}

/** Returns one line of the legend: its sample, drawn as on the screen, and its words. */
function sample(item: Element): SVGElement {
  const group = create('g', {});
  const drawn = item.querySelector('svg');
  if (drawn) {
    const [width, height] = [
      Number(drawn.getAttribute('width')) || ROOM,
      Number(drawn.getAttribute('height')) || 24,
    ];
    const copy = styled(drawn);
    for (const [name, value] of Object.entries({ x: (ROOM - width) / 2, y: -height / 2, width, height }))
      copy.setAttribute(name, String(value));
    group.append(copy);
  }
  const x = drawn ? ROOM + 12 : 0;
  const text = create('text', { y: LETTERS * 0.35, 'font-size': LETTERS, fill: INK });
  lines(item.textContent ?? '').forEach((line, i) =>
    text.append(create('tspan', { x, dy: i ? LEADING : 0 }, line)),
  );
  group.append(text);
  return group;
}

/** Breaks a text into lines of at most `MOST` letters. */
function lines(text: string): string[] {
  const all: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = all.at(-1);
    if (last !== undefined && last.length + word.length < MOST) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
  }
  return all;
}

/** Returns a copy that carries its own look, so that it needs no style sheet. */
function styled<E extends SVGElement>(original: E): E {
  const copy = original.cloneNode(true) as E;
  const [from, to] = [
    [original, ...original.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  from.forEach((element, i) => {
    const target = to[i];
    if (!target) return;
    const computed = getComputedStyle(element);
    for (const name of [...target.getAttributeNames()])
      if (/^(class|role|tabindex|aria-.*|data-.*)$/.test(name)) target.removeAttribute(name);
    if (element.tagName === 'g' || element.tagName === 'svg') return;
    for (const name of LOOKS) target.setAttribute(name, plain(name, computed.getPropertyValue(name)));
  });
  const gone = [...original.querySelectorAll(ONLY_ON_SCREEN)];
  from.forEach((element, i) => gone.includes(element) && to[i]?.remove());
  // Svelte marks places with comments.
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  return copy;
}

/** Returns a colour that every program reads, because few know the colours that the style sheet mixes. */
function plain(name: string, value: string): string {
  if ((name !== 'fill' && name !== 'stroke') || /^(none|rgba?\(|#|transparent)/.test(value)) return value;
  const pixel = document.createElement('canvas').getContext('2d');
  if (!pixel) return value;
  pixel.fillStyle = value;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

function create(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
}
