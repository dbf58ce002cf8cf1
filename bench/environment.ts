// What measured programs are started with: the environment of this process, without what makes every start of Node read
// files of the machine's own (a company's certificates take as long as Node itself).

const SLOWS_EVERY_START = ["NODE_EXTRA_CA_CERTS", "NODE_OPTIONS"];

export const ENVIRONMENT: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !SLOWS_EVERY_START.includes(name)),
);
