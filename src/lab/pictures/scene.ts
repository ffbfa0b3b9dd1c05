import { type Picture, pointBytes } from "./picture.ts";

type Colour = readonly [red: number, green: number, blue: number];

/** Sky from top to horizon, the sun, and the mountains from the far ones to the near ones. */
interface Palette {
  readonly sky: readonly [Colour, Colour];
  readonly sun: Colour;
  readonly far: Colour;
  readonly near: Colour;
}

/** Morning, noon, evening, night. */
const palettes: readonly Palette[] = [
  { sky: [[94, 130, 190], [252, 214, 170]], sun: [255, 246, 214], far: [150, 140, 176], near: [44, 54, 78] },
  { sky: [[40, 120, 210], [190, 226, 250]], sun: [255, 252, 230], far: [120, 160, 180], near: [26, 78, 54] },
  { sky: [[54, 36, 96], [250, 132, 60]], sun: [255, 214, 90], far: [140, 72, 110], near: [36, 18, 44] },
  { sky: [[8, 12, 34], [48, 66, 110]], sun: [236, 238, 246], far: [44, 54, 90], near: [10, 14, 26] },
]; // prettier-ignore

const ridges = 3;
/** Where the water begins, as a share of the height. */
const shore = 0.72;

/** Draws mountains by a lake by formula: a picture like any other, and the same for the same seed. */
export function renderScene(seed: number, width: number, height: number): Picture {
  const palette = palettes[seed % palettes.length] as Palette;
  const data = new Uint8Array(width * height * pointBytes);
  const skylines = Array.from({ length: ridges }, (_, ridge) => skyline(seed, ridge, width));
  const sunX = 0.2 + 0.6 * fraction(seed * 0.618);
  const sunY = 0.2 + 0.2 * fraction(seed * 0.382);
  let at = 0;
  for (let row = 0; row < height; row++) {
    const y = row / height;
    const isWater = y > shore;
    for (let column = 0; column < width; column++) {
      // The water shows what is above it upside down, shaken by waves.
      const depth = y - shore;
      const wave = isWater ? Math.sin(y * y * 700 + seed) * 0.012 : 0;
      const seenY = isWater ? shore - depth * 1.8 + wave : y;
      const x = column / width;
      const light = isWater ? 0.72 : 1;
      const grain = noise(row * width + column + seed) * 6 - 3;
      const ridge = findRidge(skylines, column, seenY);
      const inSun = Math.hypot((x - sunX) * 1.33, seenY - sunY) < 0.07;
      for (let channel = 0; channel < pointBytes; channel++) {
        let value: number;
        if (ridge >= 0) value = mix(palette.far, palette.near, ridge / (ridges - 1), channel);
        else if (inSun) value = palette.sun[channel] as number;
        else value = mix(palette.sky[0], palette.sky[1], Math.min(1, Math.max(0, seenY / shore)), channel);
        data[at++] = Math.min(255, Math.max(0, value * light + grain));
      }
    }
  }
  return { width, height, data };
}

/** The height of a ridge over each column, as a share of the picture's height from the top. */
function skyline(seed: number, ridge: number, width: number): Float64Array {
  const base = 0.42 + ridge * 0.11;
  const shift = seed * 1.7 + ridge * 2.3;
  return Float64Array.from({ length: width }, (_, column) => {
    const x = column / width;
    let y = base;
    for (let octave = 0; octave < 5; octave++) {
      const scale = 2 ** octave;
      y += (Math.abs(Math.sin(x * 4.1 * scale + shift * (octave + 1))) - 0.5) * (0.14 / scale);
    }
    return y;
  });
}

/** The nearest ridge that covers the point; -1 for the sky. */
function findRidge(skylines: readonly Float64Array[], column: number, y: number): number {
  for (let ridge = skylines.length - 1; ridge >= 0; ridge--) {
    if (y > (skylines[ridge]?.[column] ?? 1)) return ridge;
  }
  return -1;
}

function mix(from: Colour, to: Colour, share: number, channel: number): number {
  const start = from[channel] as number;
  return start + ((to[channel] as number) - start) * share;
}

/** A number from 0 to 1 for each place, without any order that the eye could see. */
function noise(place: number): number {
  let x = Math.imul(place ^ 0x9e3779b9, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
}

function fraction(value: number): number {
  return value - Math.floor(value);
}
