/** Figures as the learner reads them: three digits or so, and the unit. How a language marks decimals and thousands. */

export interface Marks {
  readonly decimal: string;
  readonly thousands: string;
}

/** Writes figures with the marks of one language. */
export interface Figures {
  readonly marks: Marks;
  /** `0.02 ms`, `4.2 ms`, `752 ms`, `1.25 s`, `12.5 s`; a whole number below ten as it is: `2 ms`. */
  ms(ms: number): string;
  /** How many times: `1.97`, `12.5`, `125`; two digits that count below 0.1. */
  ratio(ratio: number): string;
  /** `3 %`, `198 %`; one more digit below 1 %, so that a little does not read as nothing. */
  percent(percent: number): string;
  /** `4`, `2.5`, `1,000`, `10,000`; from a thousand on without parts of one. */
  count(count: number): string;
  /** Exactly so many decimals: `2.50`. */
  fixed(value: number, decimals: number): string;
}

export function writeFigures(marks: Marks): Figures {
  const { decimal, thousands } = marks;
  const mark = (digits: string): string => (decimal === "." ? digits : digits.replace(".", decimal));
  /** Sets marks between thousands, too. */
  const group = (digits: string): string => {
    const [whole = "", fraction] = digits.split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
    return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
  };
  return {
    marks,
    ms(ms) {
      // Compared after rounding, so that 9.97 is not written "10.0 ms", nor 999.7 "1000 ms".
      if (ms < 0.095) return `${mark(String(Number(ms.toFixed(ms < 0.0095 ? 3 : 2))))} ms`;
      if (ms < 10 && Number.isInteger(ms)) return `${ms} ms`;
      if (Number(ms.toFixed(1)) < 10) return `${mark(ms.toFixed(1))} ms`;
      if (Math.round(ms) < 1_000) return `${Math.round(ms)} ms`;
      const seconds = ms / 1_000;
      return Number(seconds.toFixed(2)) < 10
        ? `${mark(seconds.toFixed(2))} s`
        : `${group(seconds.toFixed(1))} s`;
    },
    ratio(ratio) {
      if (ratio > 0 && ratio < 0.1) return mark(String(Number(ratio.toPrecision(2))));
      if (Number(ratio.toFixed(2)) < 10) return mark(ratio.toFixed(2));
      return Number(ratio.toFixed(1)) < 100 ? mark(ratio.toFixed(1)) : group(String(Math.round(ratio)));
    },
    percent(percent) {
      const tenths = Number(percent.toFixed(1));
      const isLittle = tenths > 0 && tenths < 1;
      return `${isLittle ? mark(String(tenths)) : group(String(Math.round(percent)))} %`;
    },
    count: (count) => group(String(Number(count.toFixed(Math.abs(count) < 1000 ? 1 : 0)))),
    fixed: (value, decimals) => mark(value.toFixed(decimals)),
  };
}
