import { flushSync } from "react-dom";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";

/** What a print-out holds. */
export type Printed = "pack" | "list";

/** Print the whole pack, or its shopping list alone. `setPrinted` tells the page what to leave out on paper. */
export function PrintButtons({ setPrinted }: { setPrinted: (printed: Printed) => void }) {
  function print(printed: Printed) {
    // Before the window is printed, not after.
    flushSync(() => setPrinted(printed));
    window.addEventListener("afterprint", () => setPrinted("pack"), { once: true });
    window.print();
  }
  return (
    <>
      <Button type="button" variant="filled" onClick={() => print("pack")}>
        {m.packs_print()}
      </Button>
      <Button type="button" onClick={() => print("list")}>
        {m.packs_print_list()}
      </Button>
    </>
  );
}
