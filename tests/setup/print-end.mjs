/** The end of `npm test`: what failed and why, the ten slowest files, the time, and last the one line that machines read. */
export function printEnd(files, since) {
  const failed = files.flatMap(({ file, failed }) => failed.map((one) => ({ file, ...one })));
  const passed = files.reduce((sum, file) => sum + file.passed, 0);
  if (failed.length > 0) console.log("\nFailed:");
  for (const { file, name, why } of failed) console.log(`  ${file} > ${name}\n    ${why}`);
  console.log("\nSlowest files:");
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
  for (const { file, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${file}`);
  console.log(`All of it in ${((Date.now() - since) / 60_000).toFixed(1)} minutes`);
  console.log(`${passed} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}
