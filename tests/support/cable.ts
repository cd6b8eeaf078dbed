import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { afterAll } from "vitest";

/** A cable between the house and a real server, that a test can pull out. */
export type Cable = {
  /** Address of this end. */
  url: string;
  /** "through": as if it were not there; "cut": connections break; "silent": taken, and never answered. */
  put(state: CableState): void;
};

export type CableState = "through" | "cut" | "silent";

const servers: Server[] = [];
const sockets = new Set<Socket>();

/** @param url of a server that speaks over TCP */
export async function cableTo(url: string): Promise<Cable> {
  const { hostname, port } = new URL(url);
  let state: CableState = "through";
  const server = createServer((near) => {
    sockets.add(near);
    near.on("close", () => sockets.delete(near));
    near.on("error", () => near.destroy());
    if (state === "cut") return void near.destroy();
    if (state === "silent") return;
    const far = dial(Number(port), hostname);
    sockets.add(far);
    far.on("close", () => sockets.delete(far));
    far.on("error", () => near.destroy());
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.pipe(far).pipe(near);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    put(next) {
      state = next;
      for (const socket of sockets) socket.destroy();
    },
  };
}

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});
