import { type Picture, pointBytes } from "./picture.ts";

/** The picture at another size: each point is the average of those that it stands for. */
export function resize({ width, height, data }: Picture, newWidth: number, newHeight: number): Picture {
  const resized = new Uint8Array(newWidth * newHeight * pointBytes);
  let at = 0;
  for (let row = 0; row < newHeight; row++) {
    const [top, bottom] = stretch(row, newHeight, height);
    for (let column = 0; column < newWidth; column++) {
      const [left, right] = stretch(column, newWidth, width);
      for (let channel = 0; channel < pointBytes; channel++) {
        let sum = 0;
        for (let y = top; y < bottom; y++)
          for (let x = left; x < right; x++) sum += data[(y * width + x) * pointBytes + channel] as number;
        resized[at++] = sum / ((bottom - top) * (right - left));
      }
    }
  }
  return { width: newWidth, height: newHeight, data: resized };
}

/** Which of `size` points the `index`th of `parts` stands for: from, up to but without. */
function stretch(index: number, parts: number, size: number): readonly [number, number] {
  const from = Math.min(size - 1, Math.floor((index * size) / parts));
  return [from, Math.max(from + 1, Math.floor(((index + 1) * size) / parts))];
}
