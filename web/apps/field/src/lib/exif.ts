/** When and where a photo was taken, from its EXIF. Pure; null for what is not there. */
export interface Exif {
  takenAt: string | null;
  lng: number | null;
  lat: number | null;
}

export function readExif(bytes: ArrayBuffer): Exif {
  const nothing: Exif = { takenAt: null, lng: null, lat: null };
  try {
    const start = findTiff(new DataView(bytes));
    return start === null ? nothing : read(new DataView(bytes, start));
  } catch {
    return nothing;
  }
}

function findTiff(view: DataView): number | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 < view.byteLength; ) {
    const marker = view.getUint16(at);
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return at + 10;
    if (marker === 0xffda || (marker & 0xff00) !== 0xff00) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };

function read(tiff: DataView): Exif {
  const little = tiff.getUint16(0) === 0x4949;
  const entries = (offset: number): Map<number, { type: number; count: number; at: number }> => {
    const found = new Map<number, { type: number; count: number; at: number }>();
    const count = Math.min(tiff.getUint16(offset, little), 200);
    for (let index = 0; index < count; index++) {
      const at = offset + 2 + index * 12;
      const type = tiff.getUint16(at + 2, little);
      const many = tiff.getUint32(at + 4, little);
      const inside = (SIZES[type] ?? 1) * many <= 4;
      found.set(tiff.getUint16(at, little), { type, count: many, at: inside ? at + 8 : tiff.getUint32(at + 8, little) });
    }
    return found;
  };
  const text = (at: number, count: number): string => {
    let words = "";
    for (let index = 0; index < Math.min(count, 64); index++) words += String.fromCharCode(tiff.getUint8(at + index));
    return words.split("\0")[0] ?? "";
  };
  const ratio = (at: number): number => tiff.getUint32(at, little) / tiff.getUint32(at + 4, little);
  const degrees = (at: number): number => ratio(at) + ratio(at + 8) / 60 + ratio(at + 16) / 3600;

  const main = entries(tiff.getUint32(4, little));
  const exifAt = main.get(0x8769);
  const gpsAt = main.get(0x8825);
  const exif = exifAt ? entries(tiff.getUint32(exifAt.at, little)) : new Map<number, never>();
  const taken = exif.get(0x9003) ?? main.get(0x0132);
  const zone = exif.get(0x9011);
  const moment = taken && /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text(taken.at, taken.count));
  const offset = zone ? text(zone.at, zone.count) : "+08:00";
  const found: Exif = { takenAt: moment ? `${moment[1]}-${moment[2]}-${moment[3]}T${moment[4]}${offset}` : null, lng: null, lat: null };
  const gps = gpsAt ? entries(tiff.getUint32(gpsAt.at, little)) : null;
  const [south, lat, west, lng] = [1, 2, 3, 4].map((tag) => gps?.get(tag));
  if (lat && lng) {
    found.lat = degrees(lat.at) * (south && text(south.at, 2) === "S" ? -1 : 1);
    found.lng = degrees(lng.at) * (west && text(west.at, 2) === "W" ? -1 : 1);
    if (!Number.isFinite(found.lat) || !Number.isFinite(found.lng)) found.lat = found.lng = null;
  }
  return found;
}
