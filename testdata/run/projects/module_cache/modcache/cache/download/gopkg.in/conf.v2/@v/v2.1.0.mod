module gopkg.in/conf.v2
