import cluster from "node:cluster";
import { followProcess } from "./follow-process";
import { keepRunning } from "./keep-running";
import { leaveInOrder } from "./leave-in-order";
import { gatherForProcesses } from "./metrics/request-metrics";

const name = "A web process";

/**
 * Serves with `count` processes like this one, on one port: a page is drawn on one core, so one process leaves the others idle.
 * Says it is ready once all are. When one cannot begin, or ends too often, this process ends too.
 */
export function shareRequests(count: number): void {
  gatherForProcesses();
  const fork = () => followProcess(cluster.fork().process, name);
  const giveUp = () => departure.leave(1);
  const serving = Array.from({ length: count }, () => keepRunning(name, fork, giveUp));
  const departure = leaveInOrder(async () => {
    await Promise.all(serving.map((each) => each.stop(4_500)));
  });
  Promise.all(serving.map(({ ready }) => ready)).then(
    ([port]) => process.send?.({ ready: port }),
    ({ message }: Error) => {
      process.send?.({ failed: message });
      giveUp();
    },
  );
}
