import { defineRows } from "../authorization-matrix";

const inside = "writes or asks inside an operation's transaction";
export default defineRows({
  arrange: async () => null,
  rows: {
    announce: { inside },
    recordAudit: { inside },
    can: { inside },
    whereFor: { inside },
  },
});
