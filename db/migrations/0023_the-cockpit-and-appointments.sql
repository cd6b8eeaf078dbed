CREATE TABLE "seen_quarters" (
	"quarter" date NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "seen_quarters_quarter_person_id_pk" PRIMARY KEY("quarter","person_id")
);
--> statement-breakpoint
CREATE TABLE "cockpit_snoozes" (
	"network_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"until" date NOT NULL,
	"made_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cockpit_snoozes_network_id_kind_subject_id_pk" PRIMARY KEY("network_id","kind","subject_id"),
	CONSTRAINT "cockpit_snoozes_kind_length" CHECK (char_length("cockpit_snoozes"."kind") between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "member_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_id" uuid,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_messages_words_length" CHECK (char_length("member_messages"."words") between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "seen_on" date DEFAULT (now() at time zone 'UTC')::date NOT NULL;--> statement-breakpoint
ALTER TABLE "coordinators" ADD COLUMN "reminded_days" smallint;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "welcomed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "welcomed_by" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "welcome_words" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "seen_on" date DEFAULT (now() at time zone 'UTC')::date NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "lead_vacant_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seen_quarters" ADD CONSTRAINT "seen_quarters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cockpit_snoozes" ADD CONSTRAINT "cockpit_snoozes_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cockpit_snoozes" ADD CONSTRAINT "cockpit_snoozes_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_messages" ADD CONSTRAINT "member_messages_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_messages" ADD CONSTRAINT "member_messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_messages" ADD CONSTRAINT "member_messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seen_quarters_person" ON "seen_quarters" USING btree ("person_id","quarter");--> statement-breakpoint
CREATE INDEX "cockpit_snoozes_until" ON "cockpit_snoozes" USING btree ("until");--> statement-breakpoint
CREATE INDEX "member_messages_person" ON "member_messages" USING btree ("network_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "member_messages_of" ON "member_messages" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_welcomed_by_people_id_fk" FOREIGN KEY ("welcomed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coordinators_ending" ON "coordinators" USING btree ("ends_on") WHERE "coordinators"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "invitations_unsent" ON "invitations" USING btree ("network_id") WHERE "invitations"."letter_claimed_at" is not null and "invitations"."letter_sent_at" is null and "invitations"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_not_welcomed" ON "memberships" USING btree ("network_id","joined_at") WHERE "memberships"."left_at" is null and "memberships"."welcomed_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_seen" ON "memberships" USING btree ("network_id","seen_on") WHERE "memberships"."left_at" is null;--> statement-breakpoint
CREATE INDEX "networks_lead_vacant" ON "networks" USING btree ("lead_vacant_since") WHERE "networks"."lead_vacant_since" is not null;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_welcome_words_length" CHECK (char_length("memberships"."welcome_words") between 1 and 1000);--> statement-breakpoint
UPDATE "people" SET "seen_on" = LEAST("seen_on", GREATEST(
  ("created_at" at time zone 'UTC')::date,
  -- Sessions go when somebody signs out: what else tells that they were here.
  (SELECT (max("used_at") at time zone 'UTC')::date FROM "known_browsers" WHERE "known_browsers"."person_id" = "people"."id"),
  (SELECT (max("at") at time zone 'UTC')::date FROM "audit_entries" WHERE "audit_entries"."actor_id" = "people"."id"),
  (SELECT (max("used_at") at time zone 'UTC')::date FROM "sessions" WHERE "sessions"."person_id" = "people"."id")));
--> statement-breakpoint
UPDATE "memberships" SET "seen_on" = "people"."seen_on" FROM "people" WHERE "people"."id" = "memberships"."person_id";
--> statement-breakpoint
-- Of quarters before this one nobody knows who was there: the record begins with the present one, which is whole.
INSERT INTO "seen_quarters" ("quarter", "person_id")
  SELECT date_trunc('quarter', "seen_on")::date, "id" FROM "people"
  WHERE "seen_on" >= date_trunc('quarter', now() at time zone 'UTC')::date;
--> statement-breakpoint
-- Who was admitted by a coordinator where the network has a welcome has read it with the answer.
UPDATE "memberships" SET "welcomed_at" = "join_requests"."decided_at", "welcomed_by" = "join_requests"."decided_by"
  FROM "join_requests" JOIN "networks" ON "networks"."id" = "join_requests"."network_id"
  WHERE "join_requests"."state" = 'admitted' AND "networks"."welcome" <> ''
    AND "join_requests"."network_id" = "memberships"."network_id"
    AND "join_requests"."person_id" = "memberships"."person_id"
    AND "join_requests"."decided_at" >= "memberships"."joined_at" - interval '1 hour';
--> statement-breakpoint
UPDATE "networks" SET "lead_vacant_since" = now() WHERE NOT EXISTS (
  SELECT FROM "coordinators" WHERE "network_id" = "networks"."id" AND "duty" = 'lead' AND "ended_at" IS NULL
    AND (now() at time zone 'UTC')::date BETWEEN "starts_on" AND "ends_on");
--> statement-breakpoint
-- Whoever notes that a person was seen need not know of networks nor of quarters.
CREATE FUNCTION note_seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.seen_on = OLD.seen_on THEN RETURN NULL; END IF;
    UPDATE memberships SET seen_on = NEW.seen_on WHERE person_id = NEW.id AND left_at IS NULL;
  END IF;
  INSERT INTO seen_quarters (quarter, person_id)
    VALUES (date_trunc('quarter', NEW.seen_on)::date, NEW.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_seen AFTER INSERT OR UPDATE OF seen_on ON "people"
  FOR EACH ROW EXECUTE FUNCTION note_seen();
--> statement-breakpoint
CREATE FUNCTION copy_seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT people.seen_on INTO NEW.seen_on FROM people WHERE people.id = NEW.person_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_seen BEFORE INSERT ON "memberships"
  FOR EACH ROW EXECUTE FUNCTION copy_seen();
