CREATE TABLE "announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"author_id" uuid,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "announcements_title_length" CHECK (char_length("announcements"."title") between 1 and 120),
	CONSTRAINT "announcements_body_length" CHECK (char_length("announcements"."body") between 1 and 5000)
);
--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"choice" text NOT NULL,
	"before" text,
	CONSTRAINT "notification_choices_person_id_kind_pk" PRIMARY KEY("person_id","kind"),
	CONSTRAINT "notification_choices_choice_known" CHECK ("notification_choices"."choice" in ('each','daily','weekly','never')),
	CONSTRAINT "notification_choices_before_known" CHECK ("notification_choices"."before" in ('each','daily','weekly','never'))
);
--> statement-breakpoint
CREATE TABLE "notification_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"rhythm" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"began_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "notification_mails_rhythm_known" CHECK ("notification_mails"."rhythm" in ('each','daily','weekly')),
	CONSTRAINT "notification_mails_outcome_known" CHECK ("notification_mails"."outcome" in ('sent','unknown','needless')),
	CONSTRAINT "notification_mails_done" CHECK (("notification_mails"."done_at" is null) = ("notification_mails"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "notification_times" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"hour" smallint NOT NULL,
	"weekday" smallint NOT NULL,
	"quiet_from" smallint,
	"quiet_to" smallint,
	CONSTRAINT "notification_times_hour" CHECK ("notification_times"."hour" between 0 and 23),
	CONSTRAINT "notification_times_weekday" CHECK ("notification_times"."weekday" between 1 and 7),
	CONSTRAINT "notification_times_quiet" CHECK (("notification_times"."quiet_from" is null) = ("notification_times"."quiet_to" is null) and "notification_times"."quiet_from" between 0 and 23 and "notification_times"."quiet_to" between 0 and 23 and "notification_times"."quiet_from" <> "notification_times"."quiet_to")
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "network_id" uuid;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "rhythm" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "mail_id" uuid;--> statement-breakpoint
ALTER TABLE "kept_mails" ADD COLUMN "once_id" text;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_mails" ADD CONSTRAINT "notification_mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_times" ADD CONSTRAINT "notification_times_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_newest" ON "announcements" USING btree ("network_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_mails_person" ON "notification_mails" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "notification_mails_created" ON "notification_mails" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_mail_id_notification_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."notification_mails"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_mail_due" ON "notifications" USING btree ("mail_due_at","person_id") WHERE "notifications"."mail_due_at" is not null;--> statement-breakpoint
CREATE INDEX "notifications_mail" ON "notifications" USING btree ("mail_id") WHERE "notifications"."mail_id" is not null;--> statement-breakpoint
CREATE INDEX "notifications_network" ON "notifications" USING btree ("network_id") WHERE "notifications"."network_id" is not null;--> statement-breakpoint
ALTER TABLE "kept_mails" ADD CONSTRAINT "kept_mails_onceId_unique" UNIQUE("once_id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_rhythm_known" CHECK ("notifications"."rhythm" in ('each','daily','weekly'));