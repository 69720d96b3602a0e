package secret
const Zero = 0
