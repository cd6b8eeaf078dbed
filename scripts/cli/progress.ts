import { Presets, SingleBar } from "cli-progress";

/** `total` is null while nobody knows it, as when reading from a pipe. */
export type Progress = { update: (done: number, total: number | null) => void; end: () => void };

/** A bar on a terminal; in a pipe one plain line at each quarter. */
export function showProgress(what: string): Progress {
  return process.stderr.isTTY ? bar(what) : lines(what);
}

function bar(what: string): Progress {
  const single = new SingleBar(
    { format: `${what} {bar} {percentage} %`, hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, total) {
      if (total === null) return;
      if (!started) single.start(total, 0);
      started = true;
      single.setTotal(total);
      single.update(done);
    },
    end() {
      if (started) single.stop();
    },
  };
}

function lines(what: string): Progress {
  let said = 0;
  return {
    update(done, total) {
      const quarter = total ? Math.floor((done / total) * 4) : 0;
      if (quarter > said) {
        said = quarter;
        console.error(`${what}: ${quarter * 25} %`);
      }
    },
    end() {},
  };
}
