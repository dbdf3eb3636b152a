// Preloaded into what `npm test` starts: when the starter is gone, however it went, this process ends in order too.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  setTimeout(() => process.exit(1), 20_000).unref();
  process.kill(process.pid, "SIGINT");
}, 500);
watch.unref();
