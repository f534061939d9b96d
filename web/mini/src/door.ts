/** The mini-program's transport: uni.request with a kept token. The server's address comes from the build. */
import { Door, Refused, newUuid, type Answer, type Shelf, type Transport } from "@chengyun/neighbour-core";

const SERVER = import.meta.env.VITE_SERVER ?? "";

export const shelf: Shelf = {
  get: (key) => (uni.getStorageSync(key) as string) || null,
  set: (key, value) => uni.setStorageSync(key, value),
  drop: (key) => uni.removeStorageSync(key),
};

function headers(): Record<string, string> {
  const device = shelf.get("neighbour-device") ?? newUuid();
  shelf.set("neighbour-device", device);
  const token = shelf.get("neighbour-token");
  return { "X-Mini-Program": "1", "X-Device": device, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
}

const transport: Transport = {
  ask: (method, path, body) =>
    new Promise<Answer>((done) => {
      uni.request({
        url: SERVER + path, method, data: body as object, header: { ...headers(), "Content-Type": "application/json" },
        success: (found) => done({ status: found.statusCode, body: found.data || null }), fail: () => done({ status: 0, body: null }),
      });
    }),
  upload: (path, file) =>
    new Promise<Answer>((done) => {
      uni.uploadFile({
        url: SERVER + path, filePath: file as string, name: "file", header: headers(),
        success: (found) => done({ status: found.statusCode, body: found.data ? JSON.parse(found.data) : null }), fail: () => done({ status: 0, body: null }),
      });
    }),
};

export const door = new Door(transport);

/** A refusal as a sentence. */
export function words(error: unknown): string {
  if (!(error instanceof Refused)) return "没有成功，请再试一次。";
  if (error.status === 0) return "连不上网络。您写的内容都在手机里，有网络后再试。";
  if (error.status === 401 && error.code === "unauthenticated") {
    shelf.drop("neighbour-token");
    uni.navigateTo({ url: "/pages/login/login" });
  }
  return [error.message, error.detail].filter(Boolean).join("。");
}
