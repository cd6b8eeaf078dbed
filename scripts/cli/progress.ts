import { Presets, SingleBar } from "cli-progress";

export type Progress = { update: (done: number, total: number) => void; end: () => void };

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
      const quarter = total > 0 ? Math.floor((done / total) * 4) : 0;
      if (quarter > said) {
        said = quarter;
        console.error(`${what}: ${quarter * 25} %`);
      }
    },
    end() {},
  };
}
