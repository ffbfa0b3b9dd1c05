// all-together | threw | An error whose text steers the terminal.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  throw new Error("\u001b]52;c;aGk=\u0007 \u001b[?1049h \u202e");

}
