// all-together | not-passed | Prints what steers a terminal: clipboard, title, alternate screen, writing direction.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  console.log("\u001b]52;c;aGVsbG8=\u0007\u001b]0;title\u0007\u001b[?1049h\u001b[2J\u202eabc\u009b31m\r\b");
  const answers: string[] = [];
  for (const name of names) answers.push(await ask(name));
  return answers;
}
