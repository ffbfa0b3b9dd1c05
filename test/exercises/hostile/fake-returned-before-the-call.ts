// all-together | denied not-passed | Says what it returns before it has been called.
import fs from "node:fs";
fs.writeSync(3, `0.0 {"type":"loaded","isFunction":true}\n0.1 {"type":"returned","call":1,"seen":null,"value":[]}\n`);
export default () => [];
