import { useEffect, useState } from "react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { SelectField, type SelectOption } from "~/ui/fields/select-field";
import type { Times } from "../times";

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: `${hour}`,
  label: `${hour}`.padStart(2, "0").concat(":00"),
}));

type HourFieldsProps = {
  times: Times;
  /** Whether the person has said so themselves; otherwise the device's time zone is proposed at once. */
  said: boolean;
  zones: string[];
  weekdays: SelectOption[];
  refusal: FormRefusal | undefined;
};

/** Time zone, the hour and the day of digests, and quiet hours. */
export function HourFields({ times, said, zones, weekdays, refusal }: HourFieldsProps) {
  const { errors = {}, values = {} } = refusal ?? {};
  const { hour, weekday, quiet } = times;
  const given = (name: string, kept: number | null | undefined) => values[name] ?? `${kept ?? ""}`;
  return (
    <div className="grid gap-6 py-4 *:mt-0 sm:grid-cols-2">
      <ZoneField zone={values.timeZone ?? times.timeZone} {...{ said, zones }} error={errors.timeZone} />
      <SelectField
        label={m.notifications_hour()}
        name="hour"
        options={hours}
        defaultValue={given("hour", hour)}
        error={errors.hour}
      />
      <SelectField
        label={m.notifications_weekday()}
        name="weekday"
        options={weekdays}
        defaultValue={given("weekday", weekday)}
        error={errors.weekday}
      />
      <SelectField
        label={m.notifications_quiet_from()}
        hint={m.notifications_quiet_hint()}
        name="quietFrom"
        placeholder={m.notifications_quiet_none()}
        options={hours}
        defaultValue={given("quietFrom", quiet?.from)}
        error={errors.quietFrom}
      />
      <SelectField
        label={m.notifications_quiet_to()}
        name="quietTo"
        placeholder={m.notifications_quiet_none()}
        options={hours}
        defaultValue={given("quietTo", quiet?.to)}
        error={errors.quietTo}
        className="self-end"
      />
    </div>
  );
}

type ZoneFieldProps = { zone: string; said: boolean; zones: string[]; error: string | undefined };

function ZoneField({ zone, said, zones, error }: ZoneFieldProps) {
  const [chosen, setChosen] = useState(zone);
  const [device, setDevice] = useState<string | null>(null);
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!zones.includes(timeZone)) return;
    setDevice(timeZone);
    if (!said) setChosen(timeZone);
  }, [zones, said]);
  return (
    <div className="sm:col-span-2">
      <SelectField
        label={m.notifications_time_zone()}
        hint={m.notifications_time_zone_hint()}
        name="timeZone"
        options={zones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        error={error}
      />
      {device && device !== chosen ? (
        <Button type="button" small className="mt-2" onClick={() => setChosen(device)}>
          {m.notifications_time_zone_use({ zone: device.replaceAll("_", " ") })}
        </Button>
      ) : null}
    </div>
  );
}
