// all-together | no-function | No default export.
export function load() {
  return [];
}
