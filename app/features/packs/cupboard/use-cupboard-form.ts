import { useLocation, useNavigate, useNavigation, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import { isSitePath } from "~/platform/http/site-path";
import { type CupboardAddress, cupboardHref, PATH, readCupboard } from "./cupboard";

/**
 * Sends the cupboard's form by itself when a box is ticked, and writes what was typed into the address when it is
 * added. A list that no address can hold is posted. Going back brings the boxes to what the address says.
 */
export function useCupboardForm(address: CupboardAddress) {
  const ref = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const submit = useSubmit();
  const navigation = useNavigation();
  const { state } = useLocation();
  const typed = (state as { typed?: boolean } | null)?.typed === true;

  function go(next: CupboardAddress, state: { typed?: boolean } = {}) {
    const href = cupboardHref(next);
    if (isSitePath(href)) navigate(href, { preventScrollReset: true, state });
    else submit(ref.current, { method: "post", action: PATH, preventScrollReset: true });
  }

  function said(): CupboardAddress {
    return readCupboard(new FormData(ref.current!));
  }

  /** A box or the kind of answers; what is being typed is left alone. */
  function onChange(event: FormEvent<HTMLElement>) {
    const { target } = event;
    const ticked = target instanceof HTMLInputElement && target.type === "checkbox";
    if (!ticked && !(target instanceof HTMLSelectElement)) return;
    const { materials, kind } = said();
    go({ ...address, materials, kind });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    go(said(), { typed: true });
  }

  /** A suggestion that was chosen. */
  function add(slug: string) {
    const { materials, kind } = said();
    go({ ...address, kind, materials: [...new Set([...materials, slug])].sort() }, { typed: true });
  }

  useEffect(() => {
    for (const field of ref.current?.elements ?? []) {
      if (field instanceof HTMLInputElement && field.name === "material") {
        field.checked = address.materials.includes(field.value);
      } else if (field instanceof HTMLSelectElement && field.name === "show") field.value = address.kind;
    }
  }, [address]);

  return { ref, onChange, onSubmit, add, typed, busy: navigation.location?.pathname === PATH || undefined };
}
