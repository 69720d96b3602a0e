package inner

const Hi = "hi"
