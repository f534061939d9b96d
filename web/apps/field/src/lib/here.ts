/** Where the phone is. One question at a time; nobody is followed outside of a patrol. */
import { ref } from "vue";
import type { Fix } from "./sampling";

export const here = ref<Fix | null>(null);

export const fixOf = ({ coords, timestamp }: GeolocationPosition): Fix => ({
  lng: Number(coords.longitude.toFixed(7)), lat: Number(coords.latitude.toFixed(7)), accuracy: Math.round(coords.accuracy), at: new Date(timestamp).toISOString(),
  speed: coords.speed,
});

/** The position now, or null when the phone does not tell; never waits longer than asked. */
export function locate(wait = 8_000, age = 30_000): Promise<Fix | null> {
  if (!("geolocation" in navigator)) return Promise.resolve(null);
  return new Promise((done) => {
    const late = window.setTimeout(() => done(null), wait + 500);
    navigator.geolocation.getCurrentPosition(
      (position) => {
        window.clearTimeout(late);
        here.value = fixOf(position);
        done(here.value);
      },
      () => {
        window.clearTimeout(late);
        done(null);
      },
      { enableHighAccuracy: true, timeout: wait, maximumAge: age },
    );
  });
}
