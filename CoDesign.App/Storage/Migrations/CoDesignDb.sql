CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "Checkpoints" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Checkpoints" PRIMARY KEY,
    "Position" INTEGER NOT NULL
);
CREATE TABLE "Events" (
    "Position" INTEGER NOT NULL CONSTRAINT "PK_Events" PRIMARY KEY,
    "StreamId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Type" TEXT NOT NULL,
    "Payload" BLOB NOT NULL,
    "Words" BLOB NULL,
    "ActorId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Hash" BLOB NOT NULL,
    "SealKey" BLOB NULL
);
CREATE TABLE "JoinCodes" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_JoinCodes" PRIMARY KEY,
    "ProjectId" TEXT NOT NULL
);
CREATE TABLE "Memberships" (
    "ParticipantId" TEXT NOT NULL,
    "ProjectId" TEXT NOT NULL,
    CONSTRAINT "PK_Memberships" PRIMARY KEY ("ParticipantId", "ProjectId")
);
CREATE TABLE "Operations" (
    "OperationId" TEXT NOT NULL,
    "StreamId" TEXT NOT NULL,
    "ActorId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Made" TEXT NULL,
    CONSTRAINT "PK_Operations" PRIMARY KEY ("OperationId", "StreamId", "ActorId")
);
CREATE TABLE "Opportunities" (
    "TenderId" TEXT NOT NULL CONSTRAINT "PK_Opportunities" PRIMARY KEY,
    "Reference" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "PublishedAt" INTEGER NOT NULL,
    "Deadline" INTEGER NOT NULL
, "Area" TEXT NOT NULL DEFAULT '', "Authority" TEXT NOT NULL DEFAULT '', "ChangedAt" INTEGER NOT NULL DEFAULT 0, "Kind" TEXT NOT NULL DEFAULT '', "SuitsSmall" INTEGER NOT NULL DEFAULT 0, "Summary" TEXT NOT NULL DEFAULT '', "TakesSubcontracts" INTEGER NOT NULL DEFAULT 0, "Value" INTEGER NOT NULL DEFAULT 0, "Words" TEXT NOT NULL DEFAULT '', "AuthorityId" TEXT NOT NULL DEFAULT '', "AwardedAt" INTEGER NOT NULL DEFAULT 0, "EngagementUntil" INTEGER NOT NULL DEFAULT 0, "Form" TEXT NOT NULL DEFAULT 'Tender', "LeastValue" INTEGER NOT NULL DEFAULT 0, "Lots" INTEGER NOT NULL DEFAULT 1, "WelcomesConsortia" INTEGER NOT NULL DEFAULT 0);
CREATE TABLE "People" (
    "ParticipantId" TEXT NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Name" TEXT NOT NULL
);
CREATE TABLE "Seats" (
    "ParticipantId" TEXT NOT NULL,
    "PanelId" TEXT NOT NULL,
    CONSTRAINT "PK_Seats" PRIMARY KEY ("ParticipantId", "PanelId")
);
CREATE TABLE "Snapshots" (
    "StreamId" TEXT NOT NULL CONSTRAINT "PK_Snapshots" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "Stamp" TEXT NOT NULL,
    "State" BLOB NOT NULL
);
CREATE UNIQUE INDEX "IX_Events_StreamId_Version" ON "Events" ("StreamId", "Version");
CREATE INDEX "IX_JoinCodes_ProjectId" ON "JoinCodes" ("ProjectId");
CREATE INDEX "IX_Memberships_ProjectId" ON "Memberships" ("ProjectId");
CREATE INDEX "IX_Opportunities_Deadline" ON "Opportunities" ("Deadline");
CREATE UNIQUE INDEX "IX_Opportunities_Reference" ON "Opportunities" ("Reference");
CREATE TABLE "Visits" (
    "ParticipantId" TEXT NOT NULL,
    "ProjectId" TEXT NOT NULL,
    "Before" INTEGER NULL,
    "Last" INTEGER NOT NULL,
    CONSTRAINT "PK_Visits" PRIMARY KEY ("ParticipantId", "ProjectId")
);
CREATE TABLE "Moments" (
    "StreamId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "Moment" BLOB NOT NULL,
    CONSTRAINT "PK_Moments" PRIMARY KEY ("StreamId", "Version")
);
CREATE TABLE "Followers" (
    "Token" TEXT NOT NULL CONSTRAINT "PK_Followers" PRIMARY KEY,
    "TenderId" TEXT NOT NULL,
    "Email" TEXT NULL,
    "ParticipantId" TEXT NULL,
    "AskedAt" INTEGER NOT NULL,
    "ConfirmedAt" INTEGER NULL,
    "Looked" INTEGER NOT NULL
);
CREATE TABLE "Outgoing" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Outgoing" PRIMARY KEY AUTOINCREMENT,
    "Email" TEXT NOT NULL,
    "Token" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Tries" INTEGER NOT NULL,
    "NotBefore" INTEGER NOT NULL
);
CREATE INDEX "IX_Followers_ParticipantId" ON "Followers" ("ParticipantId");
CREATE UNIQUE INDEX "IX_Followers_TenderId_Email" ON "Followers" ("TenderId", "Email");
CREATE TABLE "PackLooks" (
    "ParticipantId" TEXT NOT NULL,
    "TenderId" TEXT NOT NULL,
    "Document" TEXT NOT NULL,
    "Before" BLOB NOT NULL,
    "Last" BLOB NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_PackLooks" PRIMARY KEY ("ParticipantId", "TenderId", "Document")
);
CREATE INDEX "IX_Opportunities_PublishedAt" ON "Opportunities" ("PublishedAt");
CREATE TABLE "ProviderMembers" (
    "ParticipantId" TEXT NOT NULL,
    "ProviderId" TEXT NOT NULL,
    CONSTRAINT "PK_ProviderMembers" PRIMARY KEY ("ParticipantId", "ProviderId")
);
CREATE TABLE "PublicProviders" (
    "ProviderId" TEXT NOT NULL CONSTRAINT "PK_PublicProviders" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Words" TEXT NOT NULL
);
CREATE TABLE "FollowedSearches" (
    "Token" TEXT NOT NULL CONSTRAINT "PK_FollowedSearches" PRIMARY KEY,
    "Email" TEXT NOT NULL,
    "Query" TEXT NOT NULL,
    "AskedAt" INTEGER NOT NULL,
    "ConfirmedAt" INTEGER NULL,
    "ToldUntil" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "IX_FollowedSearches_Query_Email" ON "FollowedSearches" ("Query", "Email");
CREATE TABLE "DiaryDates" (
    "TenderId" TEXT NOT NULL,
    "Milestone" TEXT NOT NULL,
    "Day" INTEGER NOT NULL,
    CONSTRAINT "PK_DiaryDates" PRIMARY KEY ("TenderId", "Milestone")
);
CREATE INDEX "IX_DiaryDates_Day" ON "DiaryDates" ("Day");
CREATE TABLE "SubcontractSides" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_SubcontractSides" PRIMARY KEY,
    "SubcontractId" TEXT NOT NULL,
    "ParticipantId" TEXT NOT NULL,
    "IsAnswered" INTEGER NOT NULL
);
CREATE INDEX "IX_SubcontractSides_ParticipantId" ON "SubcontractSides" ("ParticipantId");
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123045939_Initial', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123110602_Visits', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123145214_Moments', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123154020_Following', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123172852_PackLooks', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261123183111_OpportunitySearch', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129160500_Providers', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129170000_OpportunityStages', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129173000_DiaryDates', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129174500_OpportunityLots', '10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES ('20261129220010_SubcontractSides', '10.0.15');
