import { type Picture, pointBytes } from "./picture.ts";

/** Three averages one after the other come close to a Gaussian blur; each costs the same whatever its radius. */
const passes = 3;

/** The picture out of focus: every point becomes an average of those around it. */
export function blur(picture: Picture, radius = Math.max(1, Math.round(picture.width / 60))): Picture {
  let blurred = picture;
  // Rows are averaged and turned into columns, so that the second time it is the columns' turn.
  for (let pass = 0; pass < 2 * passes; pass++) blurred = averageRows(blurred, radius);
  return blurred;
}

/**
 * Averages each point with its neighbours to the left and right, up to `radius` away, and turns the picture on its
 * side. A running sum takes one point in and lets one go; past the edge the outermost point counts again.
 */
function averageRows({ width, height, data }: Picture, radius: number): Picture {
  const turned = new Uint8Array(data.length);
  const window = 2 * radius + 1;
  const last = width - 1;
  for (let row = 0; row < height; row++) {
    const start = row * width;
    for (let channel = 0; channel < pointBytes; channel++) {
      const valueAt = (column: number) => data[(start + column) * pointBytes + channel] as number;
      let sum = valueAt(0) * (radius + 1);
      for (let column = 1; column <= radius; column++) sum += valueAt(Math.min(column, last));
      for (let column = 0; column < width; column++) {
        turned[(column * height + row) * pointBytes + channel] = sum / window;
        sum += valueAt(Math.min(column + radius + 1, last)) - valueAt(Math.max(column - radius, 0));
      }
    }
  }
  return { width: height, height: width, data: turned };
}
