// Read e-mails one by one.
export default async function readMails(mails) {
  for (const mail of mails) {
    await mail.run(); // the next one starts when this one is done
  }
}
