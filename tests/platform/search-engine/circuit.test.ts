import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circuit } from "~/platform/search-engine/circuit";

describe("the circuit breaker", () => {
  function broken() {
    let time = 0;
    const breaker = circuit({ failures: 3, restMs: 1_000, now: () => time });
    return { breaker, pass: (milliseconds: number) => (time += milliseconds) };
  }

  it("opens after so many failures one after the other, not before", () => {
    const { breaker } = broken();
    for (const outcome of ["failed", "failed", "answered", "failed", "failed"] as const)
      breaker.tell(outcome);
    expect(breaker.mayAsk()).toBe(true);
    breaker.tell("failed");
    expect([breaker.mayAsk(), breaker.state()]).toEqual([false, "open"]);
  });

  it("lets one request try after a rest, and closes when it is answered", () => {
    const { breaker, pass } = broken();
    for (let n = 0; n < 3; n++) breaker.tell("failed");
    pass(999);
    expect(breaker.mayAsk()).toBe(false);
    pass(1);
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, false]);
    breaker.tell("answered");
    expect([breaker.mayAsk(), breaker.mayAsk(), breaker.state()]).toEqual([true, true, "closed"]);
  });

  it("rests again after one failed try", () => {
    const { breaker, pass } = broken();
    for (let n = 0; n < 3; n++) breaker.tell("failed");
    pass(1_000);
    expect(breaker.mayAsk()).toBe(true);
    breaker.tell("failed");
    expect(breaker.mayAsk()).toBe(false);
    pass(1_000);
    expect(breaker.mayAsk()).toBe(true);
  });

  it("never stays shut out: whatever happened, some request may try after a rest", () => {
    const events = fc.array(fc.constantFrom("failed", "answered", "ask", "pass"), { maxLength: 60 });
    fc.assert(
      fc.property(events, (happened) => {
        const { breaker, pass } = broken();
        for (const event of happened) {
          if (event === "ask") breaker.mayAsk();
          else if (event === "pass") pass(300);
          else breaker.tell(event);
        }
        pass(1_000);
        expect(breaker.mayAsk()).toBe(true);
      }),
    );
  });
});
