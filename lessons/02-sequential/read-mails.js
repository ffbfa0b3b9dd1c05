// Read e-mails one by one.
export default async function readMails(mails) {
  for (const mail of mails) {
    await mail.run(); // then the next one
  }
}
