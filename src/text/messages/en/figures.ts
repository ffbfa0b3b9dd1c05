import { writeFigures } from "../../figures.ts";

export const figures = writeFigures({ decimal: ".", thousands: "," });
