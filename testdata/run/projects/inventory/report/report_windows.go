package report

func init() { doesNotExist() }
