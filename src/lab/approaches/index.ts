import type { ApproachName } from "../spec.ts";
import type { Approach } from "./approach.ts";
import { concurrent } from "./concurrent.ts";
import { hybrid } from "./hybrid.ts";
import { parallel } from "./parallel.ts";
import { sequential } from "./sequential.ts";

export const approaches: Readonly<Record<ApproachName, Approach>> = {
  sequential,
  concurrent,
  parallel,
  hybrid,
};
