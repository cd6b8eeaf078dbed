CREATE TABLE "invitation_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"invitation_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation_refusals" (
	"network_id" uuid NOT NULL,
	"email_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_refusals_network_id_email_hash_pk" PRIMARY KEY("network_id","email_hash")
);
--> statement-breakpoint
CREATE TABLE "invitation_uses" (
	"invitation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_uses_invitation_id_person_id_pk" PRIMARY KEY("invitation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"network_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"form_key" uuid,
	"note" text DEFAULT '' NOT NULL,
	"email" text,
	"uses_limit" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"made_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"invited_at" timestamp with time zone,
	"letter_claimed_at" timestamp with time zone,
	"letter_sent_at" timestamp with time zone,
	CONSTRAINT "invitations_formKey_unique" UNIQUE("form_key"),
	CONSTRAINT "invitations_kind_known" CHECK ("invitations"."kind" in ('link','letter')),
	CONSTRAINT "invitations_letter_for_one" CHECK (case "invitations"."kind" when 'link' then "invitations"."email" is null else "invitations"."uses_limit" is not null and "invitations"."uses_limit" = 1 and "invitations"."invited_at" is not null end),
	CONSTRAINT "invitations_note_length" CHECK (char_length("invitations"."note") <= 200),
	CONSTRAINT "invitations_uses_limit" CHECK ("invitations"."uses_limit" between 1 and 500),
	CONSTRAINT "invitations_uses" CHECK ("invitations"."uses" >= 0 and ("invitations"."uses_limit" is null or "invitations"."uses" <= "invitations"."uses_limit"))
);
--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "state" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "welcome" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "networks" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation_codes" ADD CONSTRAINT "invitation_codes_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_refusals" ADD CONSTRAINT "invitation_refusals_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_uses" ADD CONSTRAINT "invitation_uses_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_uses" ADD CONSTRAINT "invitation_uses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_codes_invitation" ON "invitation_codes" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "invitation_uses_person" ON "invitation_uses" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "invitations_network" ON "invitations" USING btree ("network_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_email_unique" ON "invitations" USING btree ("network_id","email") WHERE "invitations"."email" is not null;--> statement-breakpoint
CREATE INDEX "invitations_invited" ON "invitations" USING btree ("network_id","invited_at") WHERE "invitations"."kind" = 'letter';--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_state_known" CHECK ("networks"."state" in ('starting','active','dormant','closed'));--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_welcome_length" CHECK (char_length("networks"."welcome") <= 2000);