// `node --expose-gc -r heap.cjs SERVER`: on SIGUSR2 tells on descriptor 3 what is in use after a garbage collection.

const { writeSync } = require("node:fs");

process.on("SIGUSR2", () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  writeSync(3, `${JSON.stringify({ heapUsed, external, rss })}\n`);
});
