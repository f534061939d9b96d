/** The page's transport: fetch with the session cookie, CSRF token and a name of this device. */
import { Door, newUuid, type Answer, type Shelf, type Transport } from "@chengyun/neighbour-core";

export const shelf: Shelf = {
  get: (key) => localStorage.getItem(key),
  set: (key, value) => localStorage.setItem(key, value),
  drop: (key) => localStorage.removeItem(key),
};

function device(): string {
  const known = shelf.get("neighbour-device") ?? newUuid();
  shelf.set("neighbour-device", known);
  return known;
}

export const ground = { csrf: "", language: "zh" };

async function sent(path: string, init: RequestInit): Promise<Answer> {
  const headers: Record<string, string> = { "X-Device": device(), "X-CSRFToken": ground.csrf, "Accept-Language": ground.language, ...(init.headers as Record<string, string>) };
  try {
    const response = await fetch(path, { ...init, headers, credentials: "same-origin" });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  } catch {
    return { status: 0, body: null };
  }
}

export const transport: Transport = {
  ask: (method, path, body) => sent(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }) }),
  upload: (path, file) => {
    const form = new FormData();
    form.append("file", file as File);
    return sent(path, { method: "POST", body: form });
  },
};

export const door = new Door(transport);

/** A photo no larger than a page needs; as it is when the browser cannot make it smaller. */
export async function smaller(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 400_000) return file;
  try {
    const picture = await createImageBitmap(file);
    const share = Math.min(1, 1600 / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * share);
    canvas.height = Math.round(picture.height * share);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    return blob && blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}

/** Where the phone is, in WGS-84; null when it does not tell. */
export function position(): Promise<{ lng: number; lat: number } | null> {
  return new Promise((done) => {
    if (!navigator.geolocation) return done(null);
    navigator.geolocation.getCurrentPosition(
      (found) => done({ lng: found.coords.longitude, lat: found.coords.latitude }),
      () => done(null),
      { enableHighAccuracy: true, timeout: 8000, maximumAge: 60_000 },
    );
  });
}
