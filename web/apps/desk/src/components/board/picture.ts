/** A chart as a picture that can stand alone: its message, what it shows, the period, where it comes from, for whom. */
export interface Caption {
  title: string;
  lines: string[];
  source: string;
}

/** A drawn chart: data address, and its size on the page. */
export interface Picture {
  url: string;
  width: number;
  height: number;
}

const SCALE = 2;
const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("picture"));
    image.src = url;
  });
}

/** Lines of at most `width`, broken between any two characters, as Chinese is. */
function broken(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines = [""];
  for (const letter of text) {
    if (pen.measureText(lines[lines.length - 1] + letter).width > width) lines.push("");
    lines[lines.length - 1] += letter;
  }
  return lines;
}

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("canvas");
  pen.scale(SCALE, SCALE);
  return [canvas, pen];
}

/** A PNG of a chart with its caption; gives the file to the browser. */
export async function savePicture(view: Picture, caption: Caption, name: string): Promise<void> {
  const drawn = await loaded(view.url);
  await save(caption, view.width, view.height, name, (pen, top) => pen.drawImage(drawn, 24, top, view.width, view.height));
}

/** A PNG of tiles: a name, a large figure and a remark each. */
export async function saveTiles(tiles: { name: string; value: string; remark: string }[], caption: Caption, name: string): Promise<void> {
  await save(caption, tiles.length * 132, 96, name, (pen, top) => {
    tiles.forEach((tile, at) => {
      const left = 24 + at * 132;
      put(pen, tile.name, left, top + 16, 13, token("--text-2"));
      put(pen, tile.value, left, top + 52, 26, token("--text"), 600);
      put(pen, tile.remark, left, top + 78, 12, token("--text-3"));
    });
  });
}

function put(pen: CanvasRenderingContext2D, text: string, x: number, y: number, size: number, colour: string, weight = 400): void {
  pen.font = `${weight} ${size}px ${token("--font")}`;
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

async function save(caption: Caption, width: number, height: number, name: string, body: (pen: CanvasRenderingContext2D, top: number) => void): Promise<void> {
  const [, ruler] = canvasOf(1, 1);
  ruler.font = `600 18px ${token("--font")}`;
  const titles = broken(ruler, caption.title, width);
  ruler.font = `400 13px ${token("--font")}`;
  const lines = caption.lines.flatMap((line) => broken(ruler, line, width));
  const sources = broken(ruler, caption.source, width);
  const head = 24 + titles.length * 26 + lines.length * 20 + 8;
  const [canvas, pen] = canvasOf(width + 48, head + height + 16 + sources.length * 20 + 8);
  pen.fillStyle = token("--surface");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  titles.forEach((line, at) => put(pen, line, 24, 40 + at * 26, 18, token("--text"), 600));
  lines.forEach((line, at) => put(pen, line, 24, 40 + titles.length * 26 + at * 20, 13, token("--text-2")));
  body(pen, head);
  sources.forEach((line, at) => put(pen, line, 24, head + height + 24 + at * 20, 12, token("--text-3")));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("canvas");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
