/** Photos made small on the phone, with time, place and worker drawn in; the original is kept until the server has it. */
import type { Kept } from "./db";
import { readExif } from "./exif";
import type { Fix } from "./sampling";

const WIDEST = 1600;
const MOST_BYTES = 500_000;

export interface Mark {
  lines: string[];
  fix: Fix | null;
}

export async function photo(file: File, mark: Mark): Promise<Kept> {
  const madeAt = new Date().toISOString();
  const exif = readExif(await file.slice(0, 256 * 1024).arrayBuffer());
  const blob = await small(file, mark.lines);
  const proof: Record<string, unknown> = { made_at: madeAt, original_bytes: file.size, original_changed_at: new Date(file.lastModified).toISOString() };
  if (exif.takenAt) proof.exif_taken_at = exif.takenAt;
  if (exif.lng !== null && exif.lat !== null) proof.exif_place = { lng: exif.lng.toFixed(6), lat: exif.lat.toFixed(6) };
  if (mark.fix) proof.phone_place = { lng: mark.fix.lng.toFixed(6), lat: mark.fix.lat.toFixed(6), accuracy: Math.round(mark.fix.accuracy), at: mark.fix.at };
  return { id: crypto.randomUUID(), name: `photo-${madeAt.slice(0, 19).replace(/[^0-9]/g, "")}.jpg`, blob, original: file, fileId: "", proof, madeAt };
}

async function small(file: Blob, lines: string[]): Promise<Blob> {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" });
  const share = Math.min(1, WIDEST / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * share));
  canvas.height = Math.max(1, Math.round(image.height * share));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  watermark(pen, canvas, lines);
  for (const quality of [0.82, 0.7, 0.55]) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (blob && (blob.size <= MOST_BYTES || quality === 0.55)) return blob;
  }
  throw new Error("no picture");
}

function watermark(pen: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement, lines: string[]): void {
  const size = Math.max(12, Math.round(width / 32));
  pen.font = `${size}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
  const tall = lines.length * size * 1.4 + size * 0.8;
  pen.fillStyle = "rgb(0 0 0 / 55%)";
  pen.fillRect(0, height - tall, width, tall);
  pen.fillStyle = "#fff";
  lines.forEach((line, at) => pen.fillText(line, size * 0.6, height - tall + size * 1.4 * (at + 1), width - size * 1.2));
}

/** A sound from the recorder. */
export const sound = (blob: Blob): Kept => {
  const madeAt = new Date().toISOString();
  const end = blob.type.includes("mp4") ? "m4a" : blob.type.includes("ogg") ? "ogg" : "webm";
  return { id: crypto.randomUUID(), name: `voice-${madeAt.slice(0, 19).replace(/[^0-9]/g, "")}.${end}`, blob, original: null, fileId: "", proof: { made_at: madeAt }, madeAt };
};
