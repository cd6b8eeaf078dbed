import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Page } from "~/ui/frame/page";
import { Register, RegisterRow } from "~/ui/register";

export { loader } from "./administration.server";

export const meta = () => pageTitle(m.administration_title());

/** What administrators look after, and where. */
export default function Administration() {
  return (
    <Page title={m.administration_title()} lead={m.administration_lead()}>
      <Register>
        <RegisterRow
          to="/networks/new"
          title={m.administration_network()}
          detail={m.administration_network_text()}
        />
        <RegisterRow
          to="/admin/networks"
          title={m.administration_networks()}
          detail={m.administration_networks_text()}
        />
        <RegisterRow
          to="/materials/vocabulary"
          title={m.administration_materials()}
          detail={m.administration_materials_text()}
        />
        <RegisterRow
          to="/admin/schools"
          title={m.schools_doubles_title()}
          detail={m.administration_schools_text()}
        />
        <RegisterRow
          to="/admin/settings"
          title={m.administration_settings_title()}
          detail={m.administration_settings_text()}
        />
        <RegisterRow
          to="/admin/bounces"
          title={m.administration_bounces()}
          detail={m.administration_bounces_text()}
        />
        <RegisterRow to="/admin/audit" title={m.audit_title()} detail={m.administration_audit_text()} />
      </Register>
    </Page>
  );
}
