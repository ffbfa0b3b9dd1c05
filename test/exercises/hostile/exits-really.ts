// all-together | ended | Ends without the usual way.
export default async function load(ask: (name: string) => Promise<string>, names: string[]) {
  (process as any).reallyExit(0);

}
